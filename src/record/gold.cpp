// SPDX-License-Identifier: Apache-2.0
// Gold facts of one text, as people have marked them: see tests/corpus/README.md.
#include "record/record.hpp"

#include <rapidjson/document.h>

#include <utility>

namespace nom::record {

namespace {

using Json = rapidjson::Value;

constexpr const char* hint = "write gold as tests/corpus/README.md tells";

std::string text_of(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString()
             ? std::string(found->value.GetString(), found->value.GetStringLength())
             : "";
}

/// The strings of an array; null is an empty one.
std::vector<std::string> texts_of(const Json& value) {
  std::vector<std::string> out;
  if (value.IsArray()) {
    for (const Json& one : value.GetArray()) {
      out.emplace_back(one.IsString() ? std::string(one.GetString(), one.GetStringLength()) : "");
    }
  }
  return out;
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? std::vector<std::string>() : texts_of(found->value);
}

}  // namespace

Result<Gold> read_gold(std::string_view json, const Where& where) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject() || text_of(document, "id").empty()) {
    return Fault{FaultKind::data, "this is no gold file: an object with an id", where, hint};
  }
  if (!document.HasMember("holdings") || !document["holdings"].IsArray()) {
    return Fault{FaultKind::data, "the gold file has no holdings", where, hint};
  }
  std::vector<std::vector<std::string>> people;
  if (document.HasMember("people") && document["people"].IsArray()) {
    for (const Json& forms : document["people"].GetArray()) {
      people.push_back(texts_of(forms));
    }
  }
  Gold gold;
  gold.id = text_of(document, "id");
  for (const Json& one : document["holdings"].GetArray()) {
    if (!one.IsObject()) {
      return Fault{FaultKind::data, "a holding is no object", where, hint};
    }
    GoldTenure tenure;
    tenure.people.push_back(text_of(one, "person"));
    for (const auto& forms : people) {
      if (!forms.empty() && forms.front() == tenure.people.front()) {
        tenure.people.insert(tenure.people.end(), forms.begin(), forms.end());
      }
    }
    tenure.posts = texts_of(one, "post");
    tenure.bodies = texts_of(one, "body");
    tenure.status = text_of(one, "status");
    gold.tenures.push_back(std::move(tenure));
  }
  return gold;
}

}  // namespace nom::record
