/** A command for shell completion. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  /** Completions of the first argument; file names where there are none. */
  readonly words: readonly string[];
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly takesValue: boolean;
    /** Completions of the value; file names where there are none. */
    readonly values: readonly string[];
  }[];
}

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html, for bash 3.2 and later. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const cases = commands.flatMap(({ name, words, options }) => [
    ...options.flatMap(({ flag, takesValue, values }) =>
      takesValue ? [`    ${name}:${flag}) words="${values.join(" ")}" ;;`] : [],
    ),
    `    ${name}:*) words="${[...words, ...options.map(({ flag }) => flag), "--help"].join(" ")}" ;;`,
  ]);
  return `# bash completion for offprint
_offprint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} help --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}:$previous" in
${cases.join("\n")}
    *) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _offprint offprint
`;
}

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const list = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`);
  const cases = commands.map(({ name, words, options }) => {
    const specs = options.map(({ flag, description, takesValue, values }) => {
      const value = values.length > 0 ? `:value:(${values.join(" ")})` : ":value:_files";
      return quoted(`*${flag}[${description.replaceAll(/[[\]:\\]/g, "\\$&")}]${takesValue ? value : ""}`);
    });
    const first = words.length > 0 ? `1:word:(${words.join(" ")})` : "*:file:_files";
    return `    ${name}) _arguments ${[...specs, quoted(first)].join(" \\\n      ")} ;;`;
  });
  return `#compdef offprint
_offprint() {
  local -a commands
  commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = _offprint ]; then _offprint "$@"; else compdef _offprint offprint; fi
`;
}

/** https://fishshell.com/docs/current/cmds/complete.html */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, description, words, options }) => {
    const after = `complete -c offprint -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c offprint -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(description)}`,
      ...(words.length > 0 ? [`${after} -f -a ${fishQuoted(words.join(" "))}`] : []),
      ...options.map(({ flag, description: purpose, takesValue, values }) => {
        const value = values.length > 0 ? ` -x -a ${fishQuoted(values.join(" "))}` : takesValue ? " -r" : "";
        return `${after} -l ${flag.replace(/^--/, "")}${value} -d ${fishQuoted(purpose)}`;
      }),
    ];
  });
  return `# fish completion for offprint\n${lines.join("\n")}\n`;
}

/** Quotes text for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Quotes text for fish, where single-quoted text has escapes for the quote and the backslash. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
