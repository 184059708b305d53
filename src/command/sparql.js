// SPDX-License-Identifier: Apache-2.0
// What `nomenclator sparql` gives to Node.js: one query on one graph, by Oxigraph.
//
//   node -e THIS FOLDER FORM ROWS     FOLDER/node_modules has oxigraph; FORM is table, csv, tsv, json,
//                                     xml or ntriples, with a "?" before it where triples are to be
//                                     ntriples; ROWS is the most to give, 0 for all
//
// In:   the size of the query in bytes and a line end, the query, N-Quads up to the end.
// Out:  the answer; on standard error `cut N` (there were N rows), `error LINE COLUMN MESSAGE` (of the
// query; 0 0 where it has no place). Exit code: one of EXIT; any other is Node's, which has failed.
"use strict";
const EXIT = { found: 40, nothing: 41, fault: 42 };
const fs = require("fs");
const [, folder, wish, most] = process.argv;
const { Store } = require("module").createRequire(folder + "/")("oxigraph");

const STRING = "http://www.w3.org/2001/XMLSchema#string";

function fail(message, line = 0, column = 0) {
  process.stderr.write(`error ${line} ${column} ${message}\n`);
  process.exit(EXIT.fault);
}

function write(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

function* chunks() {
  const buffer = Buffer.alloc(1 << 16);
  for (let size; (size = fs.readSync(0, buffer, 0, buffer.length, null)) > 0;) {
    yield Buffer.from(buffer.subarray(0, size));
  }
}

// The query, and the chunks of what follows it.
function read() {
  const rest = chunks();
  let held = Buffer.alloc(0);
  const until = (enough) => {
    while (!enough()) {
      const { value, done } = rest.next();
      if (done) fail("the query did not come whole");
      held = Buffer.concat([held, value]);
    }
  };
  until(() => held.includes(10));
  const start = held.indexOf(10) + 1;
  const end = start + Number(held.subarray(0, start - 1));
  until(() => held.length >= end);
  const query = held.subarray(start, end).toString();
  return [query, (function* () {
    yield held.subarray(end);
    yield* rest;
  })()];
}

const PROLOGUE = /^(?:\s|#[^\n]*(?:\n|$)|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*/i;

// SELECT, ASK, CONSTRUCT or DESCRIBE: the first word after the prologue.
function kindOf(query) {
  return (/^\w*/.exec(query.replace(PROLOGUE, ""))[0] || "").toUpperCase();
}

// IRIs, texts and comments: what stands in them is no word of the query.
const NO_WORDS = new RegExp([
  /(<)[^<>"{}|^`\\\s]*>/, /"""[^]*?"""/, /'''[^]*?'''/, /"(?:\\.|[^"\\\n])*"/, /'(?:\\.|[^'\\\n])*'/, /#.*/,
].map((one) => one.source).join("|"), "g");

// Does it choose its graphs itself? Else all of them together are the default graph. A prefix may be
// called "from", so only FROM before an IRI, or apart from a prefixed name, is the word.
function choosesGraphs(query) {
  const bare = query.replace(PROLOGUE, "").replace(NO_WORDS, (_, iri) => (iri ? "<>" : " "));
  return /(?<![?$@:%.\-\p{L}\p{N}_])FROM(?:\s+NAMED)?(?:\s*<>|\s+[\p{L}\p{N}_.\-]*:)/iu.test(bare);
}

function bindingOf(term) {
  if (term.termType === "NamedNode") return { type: "uri", value: term.value };
  if (term.termType === "BlankNode") return { type: "bnode", value: term.value };
  const binding = { type: "literal", value: term.value };
  if (term.language) binding["xml:lang"] = term.language;
  else if (term.datatype.value !== STRING) binding.datatype = term.datatype.value;
  return binding;
}

function ask(store, query) {
  const options = { use_default_graph_as_union: !choosesGraphs(query) };
  const kind = kindOf(query);
  try {
    if (kind === "CONSTRUCT" || kind === "DESCRIBE") {
      const quads = store.query(query, options);
      const columns = ["subject", "predicate", "object"];
      const rows = quads.map((quad) =>
        Object.fromEntries(columns.map((name) => [name, bindingOf(quad[name])])));
      const texts = new Map(rows.map((row) => [columns.map((name) => ntriples(row[name])).join(" "), row]));
      return { triples: true, columns, rows: [...texts.keys()].sort().map((text) => texts.get(text)) };
    }
    const answer = JSON.parse(store.query(query, { ...options, results_format: "json" }));
    return "boolean" in answer
      ? { boolean: answer.boolean }
      : { columns: answer.head.vars, rows: answer.results.bindings };
  } catch (error) {
    const [first] = String(error.message ?? error).split("\n");
    const place = /^error at (\d+):(\d+): (.*)$/.exec(first);
    return place ? fail(place[3], place[1], place[2]) : fail(first);
  }
}

const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function ntriples(term) {
  if (!term) return "";
  if (term.type === "uri") return `<${term.value}>`;
  if (term.type === "bnode") return `_:${term.value}`;
  const text = `"${term.value.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c])}"`;
  if (term["xml:lang"]) return `${text}@${term["xml:lang"]}`;
  return term.datatype ? `${text}^^<${term.datatype}>` : text;
}

const MARKUP = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (c) => MARKUP[c]);

function xmlTerm(term) {
  if (term.type === "literal") {
    const about = term["xml:lang"]
      ? ` xml:lang="${escaped(term["xml:lang"])}"`
      : term.datatype ? ` datatype="${escaped(term.datatype)}"` : "";
    return `<literal${about}>${escaped(term.value)}</literal>`;
  }
  return `<${term.type}>${escaped(term.value)}</${term.type}>`;
}

function xml(head, body) {
  return '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">' +
    `\n<head>${head}</head>\n${body}\n</sparql>\n`;
}

const FORMS = {
  csv({ columns, rows }) {
    const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
    return [columns, ...rows.map((row) => columns.map((name) => row[name]?.value ?? ""))]
      .map((cells) => cells.map(cell).join(",") + "\r\n").join("");
  },
  tsv({ columns, rows }) {
    return [columns.map((name) => "?" + name), ...rows.map((row) => columns.map((name) => ntriples(row[name])))]
      .map((cells) => cells.join("\t") + "\n").join("");
  },
  json({ columns, rows }) {
    const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
    return `{"head":{"vars":${JSON.stringify(columns)}},"results":{"bindings":[\n${lines}\n]}}\n`;
  },
  xml({ columns, rows }) {
    const result = (row) => "<result>" + columns.filter((name) => row[name])
      .map((name) => `<binding name="${name}">${xmlTerm(row[name])}</binding>`).join("") + "</result>";
    return xml(columns.map((name) => `<variable name="${name}"/>`).join(""),
      `<results>\n${rows.map(result).join("\n")}\n</results>`);
  },
  table({ columns, rows }) {
    const shown = (term) => (term?.value ?? "").replace(/\s+/g, " ");
    const lines = [columns, ...rows.map((row) => columns.map((name) => shown(row[name])))];
    const sizes = columns.map(() => 0);
    for (const cells of lines) {
      cells.forEach((cell, i) => { sizes[i] = Math.max(sizes[i], [...cell].length); });
    }
    return lines.map((cells) => cells
      .map((cell, i) => cell + " ".repeat(sizes[i] - [...cell].length)).join("  ").trimEnd() + "\n").join("");
  },
  ntriples({ columns, rows }) {
    return rows.map((row) => columns.map((name) => ntriples(row[name])).join(" ") + " .\n").join("");
  },
};

function truth(value, as) {
  if (as === "json") return `{"head":{},"boolean":${value}}\n`;
  if (as === "xml") return xml("", `<boolean>${value}</boolean>`);
  return `${value}\n`;
}

const [query, data] = read();
const store = new Store();
store.load(data, { format: "application/n-quads", no_transaction: true });
const answer = ask(store, query);
if ("boolean" in answer) {
  write(truth(answer.boolean, wish.replace("?", "")));
  process.exit(EXIT.found);
}
const form = wish[0] !== "?" ? wish : answer.triples ? "ntriples" : wish.slice(1);
if (form === "ntriples" && !answer.triples) fail("this query gives rows, which are no triples");
const found = answer.rows.length;
if (Number(most) > 0 && found > Number(most)) {
  answer.rows.length = Number(most);
  process.stderr.write(`cut ${found}\n`);
}
if (found > 0 || form !== "table") write(FORMS[form](answer));
process.exit(found > 0 ? EXIT.found : EXIT.nothing);
