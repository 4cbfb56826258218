export { firstArticle, titleOf } from "../scaffold/first-article.ts";
export { initProject } from "../scaffold/init.ts";
