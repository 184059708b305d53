// SPDX-License-Identifier: Apache-2.0
#include "format/json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace nom::format {

struct Json::Writer {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json{buffer};
};

Json::Json(Out& out) : out_(out), writer_(std::make_unique<Writer>()) {}

Json::~Json() = default;

Json& Json::begin_object() {
  writer_->json.StartObject();
  return *this;
}

Json& Json::end_object() {
  writer_->json.EndObject();
  return *this;
}

Json& Json::begin_array() {
  writer_->json.StartArray();
  return *this;
}

Json& Json::end_array() {
  writer_->json.EndArray();
  return *this;
}

Json& Json::key(std::string_view name) {
  writer_->json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  return *this;
}

Json& Json::text(std::string_view value) {
  const std::string carried = out_.carried(value);
  writer_->json.String(carried.data(), static_cast<rapidjson::SizeType>(carried.size()));
  return *this;
}

Json& Json::null() {
  writer_->json.Null();
  return *this;
}

Json& Json::field(std::string_view name, std::string_view value) {
  return value.empty() ? *this : key(name).text(value);
}

std::string Json::take() {
  std::string made(writer_->buffer.GetString(), writer_->buffer.GetSize());
  writer_ = std::make_unique<Writer>();
  return made;
}

}  // namespace nom::format
