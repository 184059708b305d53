// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"
#include "query/query.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nom::query {

namespace {

constexpr std::array<std::string_view, 4> proof_columns = {"document", "document_date", "sentence",
                                                           "rule"};

// On one line of a terminal.
std::string flat(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t') {
      c = ' ';
    }
  }
  return text;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t size = count_code_points(text);
  if (size < width) {
    text.append(width - size, ' ');
  }
  return text;
}

// In a chart the depth is shown by indenting the body, which is not repeated.
std::string table(const Answer& answer, bool explain) {
  const bool tree = !answer.columns.empty() && answer.columns.front().number;
  const std::size_t first = tree ? 1 : 0;
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> head;
  for (std::size_t c = first; c < answer.columns.size(); ++c) {
    head.push_back(answer.columns[c].name);
  }
  lines.push_back(std::move(head));
  for (std::size_t r = 0; r < answer.rows.size(); ++r) {
    std::vector<std::string> line;
    const std::vector<std::string>& cells = answer.rows[r].cells;
    for (std::size_t c = first; c < cells.size(); ++c) {
      line.push_back(flat(cells[c]));
    }
    if (tree) {
      const bool again = r > 0 && answer.rows[r - 1].of == answer.rows[r].of;
      line[0] = again ? "" : std::string(answer.rows[r].depth * 2, ' ') + line[0];
      if (again) {
        line[1].clear();
      }
    }
    lines.push_back(std::move(line));
  }
  std::vector<std::size_t> width(lines.front().size(), 0);
  for (const std::vector<std::string>& line : lines) {
    for (std::size_t c = 0; c < line.size(); ++c) {
      width[c] = std::max(width[c], count_code_points(line[c]));
    }
  }
  // Left out: a column of which nothing is known, and the bodies if each stands in the name of the
  // post before it ("Secretary of the Party Committee").
  std::vector<bool> shown;
  for (std::size_t c = 0; c < width.size(); ++c) {
    const auto begin = std::next(lines.begin());
    const bool filled =
        std::any_of(begin, lines.end(), [c](const auto& line) { return !line[c].empty(); });
    const bool is_body = c > 0 && answer.columns[first + c].name == "body";
    const bool said = is_body && std::all_of(begin, lines.end(), [c](const auto& line) {
                        return line[c - 1].find(line[c]) != std::string::npos;
                      });
    shown.push_back(filled && !said);
  }
  std::string out;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    std::string made;
    for (std::size_t c = 0; c < lines[l].size(); ++c) {
      if (shown[c]) {
        made += (c == 0 ? "" : "  ") + padded(lines[l][c], width[c]);
      }
    }
    made.erase(made.find_last_not_of(' ') + 1);
    out += made + "\n";
    if (explain && l > 0) {
      for (const Proof& proof : answer.rows[l - 1].proofs) {
        out += "    " + proof.document + (proof.date.empty() ? "" : ", " + proof.date) + ": \"" +
               flat(proof.sentence) + "\"" + (proof.rule.empty() ? "" : " [" + proof.rule + "]") +
               "\n";
      }
    }
  }
  return out;
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  return out + "\"";
}

std::string tsv_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

template <class CellOf>
std::string separated(const Answer& answer, bool explain, const char* between, const char* end,
                      CellOf cell_of) {
  std::string out;
  const auto write = [&](const std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      out += (c == 0 ? "" : between) + cell_of(cells[c]);
    }
    out += end;
  };
  std::vector<std::string> head;
  for (const Column& column : answer.columns) {
    head.push_back(column.name);
  }
  if (explain) {
    head.insert(head.end(), proof_columns.begin(), proof_columns.end());
  }
  write(head);
  for (const Row& row : answer.rows) {
    if (!explain) {
      write(row.cells);
      continue;
    }
    std::vector<Proof> proofs = row.proofs;
    if (proofs.empty()) {
      proofs.emplace_back();
    }
    for (const Proof& proof : proofs) {
      std::vector<std::string> cells = row.cells;
      cells.insert(cells.end(), {proof.document, proof.date, proof.sentence, proof.rule});
      write(cells);
    }
  }
  return out;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& writer, std::string_view text) {
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
}

void write_field(Writer& writer, std::string_view name, std::string_view text) {
  writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  write_text(writer, text);
}

void write_row(Writer& writer, const Answer& answer, const Row& row, bool explain) {
  writer.StartObject();
  for (std::size_t c = 0; c < answer.columns.size(); ++c) {
    const Column& column = answer.columns[c];
    if (column.number) {
      writer.Key(column.name.c_str());
      writer.RawValue(row.cells[c].data(), row.cells[c].size(), rapidjson::kNumberType);
    } else {
      write_field(writer, column.name, row.cells[c]);
    }
  }
  if (explain) {
    writer.Key("evidence");
    writer.StartArray();
    for (const Proof& proof : row.proofs) {
      writer.StartObject();
      write_field(writer, "document", proof.document);
      write_field(writer, "document_date", proof.date);
      writer.Key("start");
      writer.Uint(proof.start);
      writer.Key("end");
      writer.Uint(proof.end);
      write_field(writer, "sentence", proof.sentence);
      write_field(writer, "rule", proof.rule);
      writer.EndObject();
    }
    writer.EndArray();
  }
  writer.EndObject();
}

std::string json(const Answer& answer, bool explain, bool lines) {
  std::string out = lines ? "" : "[";
  for (std::size_t r = 0; r < answer.rows.size(); ++r) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    write_row(writer, answer, answer.rows[r], explain);
    if (!lines) {
      out += r == 0 ? "\n" : ",\n";
    }
    out.append(buffer.GetString(), buffer.GetSize());
    if (lines) {
      out += "\n";
    }
  }
  return out + (lines ? "" : answer.rows.empty() ? "]\n" : "\n]\n");
}

}  // namespace

std::optional<Results> results_from(std::string_view name) {
  const auto* const known = std::find(results_names.begin(), results_names.end(), name);
  return known == results_names.end()
             ? std::nullopt
             : std::optional(static_cast<Results>(known - results_names.begin()));
}

std::string render(const Answer& answer, Results results, bool explain) {
  switch (results) {
    case Results::table:
      return table(answer, explain);
    case Results::csv:
      return separated(answer, explain, ",", "\r\n", csv_cell);
    case Results::tsv:
      return separated(answer, explain, "\t", "\n", tsv_cell);
    case Results::json:
      return json(answer, explain, false);
    case Results::jsonl:
      return json(answer, explain, true);
    case Results::dot:
      return dot(answer);
  }
  return {};
}

}  // namespace nom::query
