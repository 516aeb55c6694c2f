// A program of a user's that uses require: it only has to compile.

import felkod = require("felkod");
import web = require("felkod/fetch");

const report: felkod.DecidedReport = felkod.read("{}");
const send: web.MarketoFetch = web.createFetch({ baseUrl: "https://example.com", token: () => ({ access_token: "", expires_in: 0 }) });
module.exports = [report, send];
