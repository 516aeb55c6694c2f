import "./node.cjs";

export * from "./fetch.js";
