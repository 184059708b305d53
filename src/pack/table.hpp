// SPDX-License-Identifier: Apache-2.0
// Look-up tables of the packs: open addressing over flat arrays, since each word of a text is
// looked up in them and a node-based map would miss the cache twice for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom {

/// Distinct strings, numbered from 1 in the order they came.
class WordTable {
 public:
  /// The number of a word, made if need be.
  std::uint32_t intern(std::string_view word) {
    if (const std::uint32_t known = find(word); known != 0) {
      return known;
    }
    if ((size() + 1) * 2 > slots_.size()) {
      grow();
    }
    text_ += word;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    const auto id = static_cast<std::uint32_t>(ends_.size());
    place(hash(word), id);
    return id;
  }

  /// The number of a word, 0 if it is not there.
  [[nodiscard]] std::uint32_t find(std::string_view word) const {
    if (slots_.empty()) {
      return 0;
    }
    const std::uint64_t h = hash(word);
    for (std::size_t at = h & mask_; slots_[at].id != 0; at = (at + 1) & mask_) {
      if (slots_[at].tag == static_cast<std::uint32_t>(h >> 32U) && text(slots_[at].id) == word) {
        return slots_[at].id;
      }
    }
    return 0;
  }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t id = 0;
  };

  /// Eight bytes at a time, the last of them perhaps twice; the multiplier is 2^64 over the golden
  /// ratio.
  static std::uint64_t hash(std::string_view word) {
    std::uint64_t h = word.size();
    const auto mix = [&h](std::uint64_t part) {
      h = (h ^ part) * 0x9E3779B97F4A7C15ULL;
      h ^= h >> 29U;
    };
    const char* const data = word.data();
    const std::size_t n = word.size();
    if (n >= 8) {
      for (std::size_t at = 0; at + 8 < n; at += 8) {
        mix(load<std::uint64_t>(data + at));
      }
      mix(load<std::uint64_t>(data + n - 8));
    } else if (n >= 4) {
      mix(load<std::uint32_t>(data) | std::uint64_t{load<std::uint32_t>(data + n - 4)} << 32U);
    } else if (n > 0) {
      mix(load<std::uint8_t>(data) | std::uint64_t{load<std::uint8_t>(data + n / 2)} << 8U |
          std::uint64_t{load<std::uint8_t>(data + n - 1)} << 16U);
    }
    return h;
  }

  template <class Number>
  static Number load(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
  }

  [[nodiscard]] std::string_view text(std::uint32_t id) const {
    const std::size_t begin = id > 1 ? ends_[id - 2] : 0;
    return std::string_view(text_).substr(begin, ends_[id - 1] - begin);
  }

  void place(std::uint64_t h, std::uint32_t id) {
    std::size_t at = h & mask_;
    while (slots_[at].id != 0) {
      at = (at + 1) & mask_;
    }
    slots_[at] = {static_cast<std::uint32_t>(h >> 32U), id};
  }

  void grow() {
    const std::size_t count = slots_.empty() ? 1024 : slots_.size() * 2;
    slots_.assign(count, {});
    mask_ = count - 1;
    for (std::uint32_t id = 1; id <= ends_.size(); ++id) {
      place(hash(text(id)), id);
    }
  }

  std::string text_;
  std::vector<std::uint32_t> ends_;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
};

/// Numbers by keys that are not 0.
class KeyTable {
 public:
  /// The value of a key, `fresh` if it had none; and whether it had none.
  std::pair<std::uint32_t, bool> try_emplace(std::uint64_t key, std::uint32_t fresh) {
    if ((size_ + 1) * 2 > slots_.size()) {
      grow();
    }
    Slot& slot = slots_[at(key)];
    if (slot.key == key) {
      return {slot.value, false};
    }
    slot = {key, fresh};
    ++size_;
    return {fresh, true};
  }

  /// The value of a key, 0 if it has none.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    return slots_.empty() ? 0 : slots_[at(key)].value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
  };

  [[nodiscard]] std::size_t at(std::uint64_t key) const {
    std::size_t i = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & mask_;
    while (slots_[i].key != 0 && slots_[i].key != key) {
      i = (i + 1) & mask_;
    }
    return i;
  }

  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, {});
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.key != 0) {
        slots_[at(slot.key)] = slot;
      }
    }
  }

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
};

}  // namespace nom
