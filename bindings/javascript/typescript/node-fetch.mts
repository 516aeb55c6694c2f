import "./node.mjs";

export * from "./fetch.js";
