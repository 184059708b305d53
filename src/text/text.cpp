// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include "text/check.hpp"
#include "text/normalise.hpp"

#include <algorithm>

namespace nom {

namespace {

constexpr std::size_t block = 64;

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

Result<Text> Text::from_bytes(std::string_view bytes, const std::string& file) {
  if (std::optional<Fault> fault = text::check(bytes, file)) {
    return *std::move(fault);
  }
  return Text(text::normalise(text::without_bom(bytes), text::References::decode));
}

CodePoints::CodePoints(std::string_view text)
    : text_(text),
      ascii_(std::all_of(text.begin(), text.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x80; })),
      count_(static_cast<std::uint32_t>(text.size())) {
  if (ascii_) {
    return;
  }
  every_64_bytes_.reserve(text.size() / block + 1);
  count_ = 0;
  for (std::size_t at = 0; at < text.size(); at += block) {
    every_64_bytes_.push_back(count_);
    count_ += static_cast<std::uint32_t>(count_code_points(text.substr(at, block)));
  }
}

std::uint32_t CodePoints::from_bytes(std::uint32_t byte_offset) const {
  const std::size_t at = std::min<std::size_t>(byte_offset, text_.size());
  if (ascii_) {
    return static_cast<std::uint32_t>(at);
  }
  if (at == text_.size()) {
    return count_;
  }
  const std::size_t i = at / block;
  return every_64_bytes_[i] +
         static_cast<std::uint32_t>(count_code_points(text_.substr(i * block, at - i * block)));
}

std::uint32_t CodePoints::to_bytes(std::uint32_t code_point_offset) const {
  if (code_point_offset >= count_) {
    return static_cast<std::uint32_t>(text_.size());
  }
  if (ascii_) {
    return code_point_offset;
  }
  const auto after =
      std::upper_bound(every_64_bytes_.begin(), every_64_bytes_.end(), code_point_offset);
  const auto i = static_cast<std::size_t>(after - every_64_bytes_.begin()) - 1;
  std::uint32_t left = code_point_offset - every_64_bytes_[i];
  std::size_t at = i * block;
  while (!is_lead(text_[at]) || left != 0) {
    left -= is_lead(text_[at]) ? 1U : 0U;
    ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace nom
