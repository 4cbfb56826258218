export { type ListedFact, listFacts } from "../pipeline/list-facts.ts";
