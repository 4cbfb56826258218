import { Command as Commander, type Option } from "commander";
import { editionNames, editions } from "../model/edition.ts";
import type { Command, Run } from "./command.ts";
import { bashCompletion, type CompletedCommand, fishCompletion, zshCompletion } from "./completion-scripts.ts";

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `offprint completion bash|zsh|fish`: prints a script for the user's shell, generated from the list of commands. */
export function completionOf(commands: Readonly<Record<string, Command>>): Run {
  return ({ world }, [shell = ""]) => {
    world.terminal.print(scripts[shell as keyof typeof scripts](completedCommands(commands)));
    return Promise.resolve(0);
  };
}

function completedCommands(commands: Readonly<Record<string, Command>>): CompletedCommand[] {
  return Object.entries(commands).map(([name, command]) => {
    const described = command.describe(new Commander(name));
    return {
      name,
      description: described.description(),
      words: described.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      options: described.options.filter(({ hidden }) => !hidden).map(toCompleted),
    };
  });
}

/** Options whose values may also be those of plug-ins, or lists; the built-in names are offered. */
const offered: Readonly<Record<string, readonly string[]>> = {
  "--edition": editionNames,
  "--format": [...new Set(editionNames.map((name) => editions[name].format))],
};

function toCompleted(option: Option): CompletedCommand["options"][number] {
  return {
    flag: option.long ?? option.flags,
    description: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? offered[option.long ?? ""] ?? [],
  };
}
