// SPDX-License-Identifier: Apache-2.0
// query: who holds a post, which posts someone has, who sits under a body, who came and went, how
// two are tied, who is central, what two graphs say otherwise; and the answers as text.
//
// In:   a Graph and a question in words. Out: an `Answer`: rows with their evidence, or, where the
// question fits several things, the candidates. Words are compared folded, without "of" and "the",
// chairwoman and chair as chairman, vice as deputy. A question fits a post exactly if it has all
// words of the role and of the body's own name, and no word that is not the post's, its body's or
// their place's; only where nothing fits exactly are posts taken that merely have all its words. So
// "secretary, provincial party committee" does not ask for the deputy secretary.
// Cost: linear in the posts (people, bodies) of the graph.
#pragma once

#include "date/date.hpp"
#include "fault/fault.hpp"
#include "graph/graph.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom {

/// What narrows a question.
struct Filter {
  /// Posts in this place or in a place within it; empty: anywhere. If the name fits a place and
  /// others within it (province and city of one name), the posts of the widest come first.
  std::string place;
  /// Who holds on that day; of a month or a year: on any day of it. Nobody who may hold it is left
  /// out. Without it: everyone who is not said to have left.
  std::optional<PartialDate> on;
  /// `who` and `chart`: those who have left as well; for a day those who do not hold, too.
  bool history = false;
};

struct Column {
  std::string name;
  bool number = false;
};

struct Row {
  std::vector<std::string> cells;  ///< one a column; empty if unknown
  std::vector<Proof> proofs;
  std::string of = {};    ///< `chart`: the key of the body; rows of one body follow each other
  std::size_t depth = 0;  ///< `chart`: how far below the body that was asked for
};

/// Something that a question may have meant.
struct Candidate {
  std::string key;  ///< asks for exactly this one
  std::string label;
  std::string note;  ///< what tells it from its like: a post of the person, the body's place
};

struct Answer {
  std::vector<Column> columns;
  std::vector<Row> rows;              ///< in order of time
  std::vector<Candidate> candidates;  ///< more than one: the question is ambiguous, rows is empty
  std::string subject;      ///< label of the one thing that was asked for; empty if there is none
  std::size_t undated = 0;  ///< `changes`: starts and ends that no source bounds, left out
  std::string asked = {};   ///< `path`: which of its two questions has candidates, or nothing
  bool same = false;        ///< `path`: both ends are one, and there is no way to go
};

namespace query {

/// Who holds this post: "chairman, provincial people's council", "governor of Goa". Columns:
/// person, post, body, status, from, to, first and last citation, ended_by (the successor, where no
/// source states the end: `to` is then the successor's start, if a source gives it); only with a
/// day: answer, and why: the dates that made it.
Answer who(const Graph& graph, std::string_view post, const Filter& filter = {});

/// All tenures of a person, whatever the name order or the marks; a part of the name is enough if
/// it fits only one. Columns as for `who`.
Answer posts(const Graph& graph, std::string_view person, const Filter& filter = {});

/// The bodies under a body, with their posts and holders. Columns: depth, body, under (stated,
/// implied or inferred; empty for the body asked for), post, person, status, from, to, ended_by,
/// answer. A post with one seat of whose known holders none is left has a row with the status
/// "vacant".
Answer chart(const Graph& graph, std::string_view body, const Filter& filter = {});

/// Who took up and who left a post from the first day of `from` to the last of `to`; with a place,
/// only posts in it and within it. Left on a day: that day is the first without the post. Columns:
/// change (entered or left), person, post, body, earliest and latest (the days between which it
/// was), answer (certain: both lie between the dates; possible). A start or an end of which no
/// source gives both is no row, but counted in `undated` if it may lie between the dates.
Answer changes(const Graph& graph, PartialDate from, PartialDate to, std::string_view place = {});

/// The shortest way between two people, or bodies where no person has that name, through posts and
/// bodies: who held a post, which post is in which body, which body is under which. No way leads
/// through a post of which no source says where it is. Of several shortest ways one, always the
/// same. Columns: one, link (holds, held by, post in, has post,
/// under, over), other, status (of the tenure; of a body under a body: stated, implied or
/// inferred), from, to, ended_by. The people may have held the posts at different times. Cost:
/// linear in the graph.
Answer path(const Graph& graph, std::string_view one, std::string_view other);

/// People and bodies by how central they are in a graph that ties people to the bodies in which
/// they ever held a post, and bodies to those above them. Columns: kind, name, degree (with how
/// many others it is tied), betweenness (on how many of the shortest ways between two others it
/// lies; a part counts where there are several), key. The most central first. Cost: vertices ×
/// edges (Brandes): a second or two for 10,000 of each.
Answer rank(const Graph& graph);

/// What the second graph says otherwise than the first. Columns: change, kind, name,
/// before, after, key. Of people: came (holds a post), went (no longer), moved (one post for
/// another). Of tenures: changed (other dates or another status), and those that are over or yet to
/// come: new, gone. Of bodies, posts, resolutions, events and people without a post: new, gone.
/// Things are the same by their keys, those that a key leads to included; what is left over on both
/// sides by names, one for one: a key may tell more in one of the graphs. Cost: n log n.
Answer diff(const Graph& before, const Graph& after);

/// The place of a body: its own or, breadth first, that of one above it, whichever of several.
std::optional<VertexId> place_of(const Graph& graph, VertexId body);

/// The sentences behind claims, or the words by which something is mentioned.
std::vector<Proof> proofs_of(const Graph& graph, const std::vector<Citation>& cited);

/// A `chart` as a text for Graphviz: a box for each body with its posts and holders, an arrow to
/// those under it, dashed where that is not stated.
std::string dot(const Answer& chart);

enum class Results { table, csv, tsv, json, jsonl, dot };

/// In the order of Results; the last one is of a `chart` only.
inline constexpr std::array<std::string_view, 6> results_names = {"table", "csv",   "tsv",
                                                                  "json",  "jsonl", "dot"};

/// The format of that name, if there is one.
std::optional<Results> results_from(std::string_view name);

/// The rows as text. `table`: aligned columns, evidence indented below its row; `csv`: RFC 4180;
/// `tsv`: tab, line end and backslash escaped as \t \n \\; `json`: an array of objects with null
/// for what is unknown; `jsonl`: an object a line. With `explain` each row has its evidence: an
/// array "evidence" in JSON, columns document, document_date, sentence and rule and a line for each
/// piece in CSV and TSV. `dot`: of a `chart` only, the drawing.
std::string render(const Answer& answer, Results results, bool explain);

}  // namespace query

}  // namespace nom
