// SPDX-License-Identifier: Apache-2.0
#include "record/check.hpp"

#include "name/name.hpp"
#include "record/schema_file.hpp"

#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace nom::record {

namespace {

using Json = rapidjson::Value;

std::string_view view_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// The schema as a tree, for messages, and compiled, for checks.
struct Schema {
  rapidjson::Document tree;
  rapidjson::SchemaDocument compiled;

  static rapidjson::Document parsed() {
    const std::string_view text = embedded::schema_file().front().second;
    rapidjson::Document tree;
    tree.Parse(text.data(), text.size());
    return tree;
  }

  Schema() : tree(parsed()), compiled(tree) {}
};

/// One a thread: matching a pattern changes the pattern (internal/regex.h keeps its states there).
const Schema& schema() {
  static thread_local std::optional<Schema> of_this_thread;
  if (!of_this_thread) {
    of_this_thread.emplace();
  }
  return *of_this_thread;
}

Fault syntax_fault(std::string_view json, std::size_t offset, const Where& where,
                   std::string message, std::string hint) {
  const std::string_view before = json.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {FaultKind::syntax,
          std::move(message),
          {where.file,
           std::max(where.line, 1) + static_cast<int>(lines),
           static_cast<int>(count_code_points(before.substr(line_begin))) + 1,
           {}},
          std::move(hint)};
}

/// Value of four hexadecimal digits, or -1.
int hex4(std::string_view json, std::size_t at) {
  if (json.size() - at < 4) {
    return -1;
  }
  int value = 0;
  for (const char c : json.substr(at, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return -1;
    }
    value = value * 16 + digit;
  }
  return value;
}

/// Escapes that are JSON but no text: \u0000 and surrogates without their other half, which
/// RapidJSON would let through as bytes that are not UTF-8.
std::optional<Fault> check_escapes(std::string_view json, const Where& where) {
  for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
    if (at + 2 > json.size() || json[at + 1] != 'u') {
      at += 2;
      continue;
    }
    const int unit = hex4(json, at + 2);
    if (unit == 0) {
      return syntax_fault(json, at, where, "a string has a NUL character",
                          "leave \\u0000 out: it is no part of any text");
    }
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      const bool low_follows = unit < 0xDC00 && json.substr(at + 6).starts_with("\\u") &&
                               (hex4(json, at + 8) & ~0x3FF) == 0xDC00;
      if (!low_follows) {
        return syntax_fault(json, at, where, "a surrogate without its other half",
                            "write the character itself, or both halves: \\ud83d\\ude00");
      }
      at += 6;
    }
    at += 6;
  }
  return std::nullopt;
}

struct Said {
  std::string_view message;
  std::string_view hint;
};

constexpr Said control_character{"a control character in a string",
                                 R"(write it as an escape: \n, \t, \u001f)"};

Said said_of(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return {"the line is empty", "give one JSON object a line"};
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return {"something follows the JSON object", "give one JSON object a line"};
    case rapidjson::kParseErrorObjectMissName:
      return {"a key in quotation marks is missing", "a comma stands before keys only"};
    case rapidjson::kParseErrorObjectMissColon:
      return {"the colon after the key is missing", {}};
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return {"a comma or } is missing", "the line may be cut off: one object, one line"};
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return {"a comma or ] is missing", "the line may be cut off: one object, one line"};
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return {"\\u must be followed by four hexadecimal digits", {}};
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return {"a surrogate without its other half",
              "write the character itself, or both halves: \\ud83d\\ude00"};
    case rapidjson::kParseErrorStringEscapeInvalid:
      return {"an escape that JSON does not know",
              "after a backslash stands one of \" \\ / b f n r t u"};
    case rapidjson::kParseErrorStringMissQuotationMark:
      return {"the string does not end", "the line may be cut off: one object, one line"};
    case rapidjson::kParseErrorNumberTooBig:
      return {"the number is too big", {}};
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return {"the number is not finished", {}};
    default:
      return {"not a JSON value", "strings and keys stand in double quotation marks"};
  }
}

/// Handler of the parser: watches over depth and keys, and passes the line to the validator for as
/// long as that finds no fault.
class Guard {
 public:
  explicit Guard(rapidjson::SchemaValidator& validator) : validator_(validator) {}

  // The parser asks for these names.
  // NOLINTBEGIN(readability-identifier-naming)
  bool Null() {
    return scalar("null", [](auto& v) { return v.Null(); });
  }
  bool Bool(bool b) {
    return scalar("true or false", [b](auto& v) { return v.Bool(b); });
  }
  bool Int(int i) {
    return scalar("a number", [i](auto& v) { return v.Int(i); });
  }
  bool Uint(unsigned u) {
    return scalar("a number", [u](auto& v) { return v.Uint(u); });
  }
  bool Int64(std::int64_t i) {
    return scalar("a number", [i](auto& v) { return v.Int64(i); });
  }
  bool Uint64(std::uint64_t u) {
    return scalar("a number", [u](auto& v) { return v.Uint64(u); });
  }
  bool Double(double d) {
    return scalar("a number", [d](auto& v) { return v.Double(d); });
  }

  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    return scalar("a number", [=](auto& v) { return v.RawNumber(text, size, copy); });
  }

  bool String(const char* text, rapidjson::SizeType size, bool copy) {
    return scalar("a string", [=](auto& v) { return v.String(text, size, copy); });
  }

  bool StartObject() {
    pass([](auto& v) { return v.StartObject(); });
    return open(false);
  }

  bool Key(const char* text, rapidjson::SizeType size, bool copy) {
    keys_.emplace_back(text, size);
    is_record_ = is_record_ || (levels_.size() == 1 && keys_.back() == "document");
    pass([=](auto& v) { return v.Key(text, size, copy); });
    return true;
  }

  bool EndObject(rapidjson::SizeType count) {
    pass([=](auto& v) { return v.EndObject(count); });
    return keys_differ() && close();
  }

  bool StartArray() {
    if (levels_.empty()) {
      return refuse_root("an array");
    }
    pass([](auto& v) { return v.StartArray(); });
    return open(true);
  }

  bool EndArray(rapidjson::SizeType count) {
    pass([=](auto& v) { return v.EndArray(count); });
    return close();
  }
  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] bool is_record() const { return is_record_; }

  [[nodiscard]] bool keeps_to_schema() const { return valid_; }

  /// What made the guard stop the parser.
  std::optional<Fault> fault;

 private:
  struct Level {
    bool is_array;
    std::size_t count;      ///< values so far
    std::size_t first_key;  ///< of the object, in keys_
  };

  template <class Event>
  void pass(Event event) {
    valid_ = valid_ && event(validator_);
  }

  template <class Event>
  bool scalar(std::string_view what, Event event) {
    if (levels_.empty()) {
      return refuse_root(what);
    }
    pass(event);
    ++levels_.back().count;
    return true;
  }

  bool open(bool is_array) {
    if (levels_.size() == deepest) {
      fault = Fault{FaultKind::data,
                    "nested deeper than " + std::to_string(deepest) + " levels",
                    {},
                    "a record needs 5"};
      return false;
    }
    levels_.push_back({is_array, 0, keys_.size()});
    return true;
  }

  bool close() {
    keys_.resize(levels_.back().first_key);
    levels_.pop_back();
    if (!levels_.empty()) {
      ++levels_.back().count;
    }
    return true;
  }

  bool refuse_root(std::string_view what) {
    fault = Fault{FaultKind::schema,
                  "a line must be a JSON object, not " + std::string(what),
                  {},
                  "give one document or record a line"};
    return false;
  }

  /// Are the keys of the object that ends here all different?
  bool keys_differ() {
    constexpr std::size_t few = 16;
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(levels_.back().first_key);
    std::optional<std::string_view> twice;
    if (keys_.end() - begin <= static_cast<std::ptrdiff_t>(few)) {
      for (auto key = begin; key != keys_.end() && !twice; ++key) {
        if (std::find(begin, key, *key) != key) {
          twice = *key;
        }
      }
    } else {
      std::sort(begin, keys_.end());
      if (const auto found = std::adjacent_find(begin, keys_.end()); found != keys_.end()) {
        twice = *found;
      }
    }
    if (!twice) {
      return true;
    }
    std::string pointer;
    for (std::size_t i = 0; i + 1 < levels_.size(); ++i) {
      append_token(pointer, levels_[i].is_array ? std::to_string(levels_[i].count)
                                                : std::string(keys_[levels_[i + 1].first_key - 1]));
    }
    append_token(pointer, *twice);
    fault = Fault{FaultKind::syntax,
                  "the key " + quoted(*twice) + " is there twice",
                  {{}, 0, 0, std::move(pointer)},
                  "each key of an object may be there once"};
    return false;
  }

  rapidjson::SchemaValidator& validator_;
  std::vector<Level> levels_;
  std::vector<std::string_view> keys_;  ///< of all open objects, outermost first
  bool valid_ = true;
  bool is_record_ = false;
};

std::string pointer_text(const rapidjson::Pointer& pointer) {
  rapidjson::StringBuffer buffer;
  pointer.Stringify(buffer);
  return {buffer.GetString(), buffer.GetSize()};
}

/// Member of an object; null value if there is none.
const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.IsObject()) {
    return nothing;
  }
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nothing : found->value;
}

/// The part of the schema at a pointer, behind its $ref if it is one.
const Json& part_at(const rapidjson::Pointer& pointer) {
  static const Json nothing;
  const Json* part = pointer.Get(schema().tree);
  if (part == nullptr) {
    return nothing;
  }
  if (const Json& reference = member(*part, "$ref"); reference.IsString()) {
    const Json* target =
        rapidjson::Pointer(reference.GetString(), reference.GetStringLength()).Get(schema().tree);
    return target == nullptr ? nothing : *target;
  }
  return *part;
}

std::string description_of(const Json& part) {
  const Json* described = &part;
  if (const Json& reference = member(part, "$ref"); reference.IsString()) {
    described =
        rapidjson::Pointer(reference.GetString(), reference.GetStringLength()).Get(schema().tree);
  }
  const Json& description = member(*described, "description");
  return description.IsString() ? std::string(view_of(description)) : std::string();
}

/// "one of: current, former, acting, elect": the elements of an array, or the keys of an object.
std::string one_of(const Json& words) {
  std::string out;
  const auto add = [&out](const Json& word) {
    out += out.empty() ? "one of: " : ", ";
    out += view_of(word);
  };
  if (words.IsArray()) {
    std::for_each(words.Begin(), words.End(), add);
  } else if (words.IsObject()) {
    for (const auto& entry : words.GetObject()) {
      add(entry.name);
    }
  }
  return out;
}

std::string kind_of(const Json& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return "true or false";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "an array";
    case rapidjson::kStringType:
      return "a string";
    case rapidjson::kNumberType:
      break;
  }
  return value.IsDouble() ? "a number with decimals" : "a number";
}

std::string with_article(std::string_view type) {
  return (std::string_view("aeiou").find(type.front()) != std::string_view::npos ? "an " : "a ") +
         std::string(type);
}

std::string printed(const Json& value) {
  if (value.IsString()) {
    return quoted(view_of(value));
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

/// The words for what the validator found. Cost: parses the line once more.
Fault schema_fault(std::string_view json, const rapidjson::SchemaValidator& validator,
                   const Where& where) {
  rapidjson::Document line;
  line.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  const rapidjson::Pointer pointer = validator.GetInvalidDocumentPointer();
  const Json* found = pointer.Get(line);
  const Json nothing;
  const Json& value = found == nullptr ? nothing : *found;
  const Json& part = part_at(validator.GetInvalidSchemaPointer());
  const char* const word = validator.GetInvalidSchemaKeyword();
  const std::string_view keyword = word == nullptr ? "" : word;

  Fault fault{FaultKind::schema, "breaks the schema: " + std::string(keyword), where,
              description_of(part)};
  fault.where.pointer = pointer_text(pointer);
  if (keyword == "additionalProperties") {
    const auto& key = pointer.GetTokens()[pointer.GetTokenCount() - 1];
    fault.message = "the key " + quoted({key.name, key.length}) + " is not known here";
    fault.hint = one_of(member(part, "properties"));
  } else if (keyword == "required") {
    for (const Json& key : member(part, "required").GetArray()) {
      if (!value.HasMember(key)) {
        fault.message = quoted(view_of(key)) + " is missing";
        fault.hint = description_of(member(member(part, "properties"), key.GetString()));
        break;
      }
    }
  } else if (keyword == "type") {
    fault.message =
        "must be " + with_article(view_of(member(part, "type"))) + ", not " + kind_of(value);
    if (const Json& words = member(part, "enum"); words.IsArray()) {
      fault.hint = one_of(words);
    }
  } else if (keyword == "enum") {
    fault.message = printed(value) + " is not known here";
    fault.hint = one_of(member(part, "enum"));
  } else if (keyword == "pattern") {
    fault.message = printed(value) + " is not of the right form";
  } else if (keyword == "minLength" || keyword == "minItems") {
    fault.message = "must not be empty";
  } else if (keyword == "minimum" || keyword == "maximum") {
    fault.message = printed(value) + " is too " + (keyword == "minimum" ? "small" : "large");
  }
  return fault;
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr int longest = 60;
  std::string out = "\"";
  int count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U && ++count > longest) {
      return out + "…\"";
    }
    out += byte < 0x20 || byte == 0x7F ? '?' : c;
  }
  return out + '"';
}

void append_token(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

Result<Shape> check(std::string_view json, const Where& where) {
  // Not RapidJSON's kParseValidateEncodingFlag: on a line that is cut off inside a character, it
  // reads past the end (UTF8::Validate takes the bytes that the first one promises).
  if (const std::size_t at = find_invalid_utf8(json); at != std::string_view::npos) {
    return syntax_fault(json, at, where, "a byte that is not UTF-8", "save the file as UTF-8");
  }
  if (const std::size_t at = json.find('\0'); at != std::string_view::npos) {
    return syntax_fault(json, at, where, "a NUL byte", "the file may be UTF-16: save it as UTF-8");
  }
  if (std::optional<Fault> fault = check_escapes(json, where)) {
    return *std::move(fault);
  }
  std::string in_place(json);  // keys stay where they are: the guard needs no copies
  rapidjson::InsituStringStream stream(in_place.data());
  rapidjson::SchemaValidator validator(schema().compiled);
  Guard guard(validator);
  rapidjson::Reader reader;
  const rapidjson::ParseResult parsed =
      reader.Parse<rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                   rapidjson::kParseFullPrecisionFlag>(stream, guard);
  if (guard.fault) {
    Fault fault = *std::move(guard.fault);
    std::string pointer = std::move(fault.where.pointer);
    fault.where = where;
    fault.where.pointer = std::move(pointer);
    return fault;
  }
  if (parsed.IsError()) {
    const bool is_control = parsed.Code() == rapidjson::kParseErrorStringEscapeInvalid &&
                            parsed.Offset() < json.size() &&
                            static_cast<unsigned char>(json[parsed.Offset()]) < 0x20;
    const Said said = is_control ? control_character : said_of(parsed.Code());
    return syntax_fault(json, parsed.Offset(), where, std::string(said.message),
                        std::string(said.hint));
  }
  if (!guard.is_record()) {
    return Shape::document;
  }
  if (!guard.keeps_to_schema()) {
    return schema_fault(json, validator, where);
  }
  return Shape::record;
}

}  // namespace nom::record
