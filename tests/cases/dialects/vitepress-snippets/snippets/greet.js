export const quiet = (name) => `hello ${name}`;
// #region loud
export const loud = (name) => `HELLO ${name}`;
// #endregion loud
