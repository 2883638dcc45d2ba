#include "base/texts.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_map>

#include "base/entity.h"
#include "base/text_ends.h"

namespace pegel::base {
namespace {

TEST(Texts, AreNumberedInOrderOfFirstAppearance) {
  Texts texts;
  EXPECT_EQ(texts.id_of("b"), 0u);
  EXPECT_EQ(texts.id_of(""), 1u);
  EXPECT_EQ(texts.id_of("b"), 0u);
  EXPECT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[1], "");
}

TEST(Texts, AgreeWithAMapOfStringsForLengthsAroundEveryBorder) {
  Texts texts;
  std::unordered_map<std::string, uint32_t> witness;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t length = 0; length < 40; ++length) {
      for (int i = 0; i < 200; ++i) {
        std::string text(length, 'x');
        if (length > 0) text[static_cast<std::size_t>(i) % length] = static_cast<char>('a' + i % 26);
        const auto [at, fresh] = witness.try_emplace(text, static_cast<uint32_t>(witness.size()));
        ASSERT_EQ(texts.id_of(text), at->second) << text;
        ASSERT_EQ(texts[at->second], text);
      }
    }
  }
  EXPECT_EQ(texts.size(), witness.size());
}

TEST(TextEnds, AreTheSameWhereverBytesFollow) {
  const std::string all = "0123456789abcdefghijklmnopqrstuvwxyz";
  for (std::size_t at = 0; at < all.size(); ++at) {
    for (std::size_t length = 0; at + length <= all.size(); ++length) {
      const std::string_view text = std::string_view(all).substr(at, length);
      for (std::size_t end = at + length; end <= all.size(); ++end) {
        const std::string readable = all.substr(at, end - at);  // sanitizers see what lies behind
        const std::string_view same = std::string_view(readable).substr(0, length);
        ASSERT_EQ(TextEnds::of(same, readable.data() + readable.size()), TextEnds(text)) << text << ' ' << end;
      }
    }
  }
}

TEST(TextEnds, OfShortTextsAreTheirBytes) {
  for (std::size_t length = 0; length <= TextEnds::kWhole; ++length) {
    for (std::size_t changed = 0; changed < length; ++changed) {
      std::string text(length, 'x');
      const TextEnds before(text);
      text[changed] = 'y';
      EXPECT_FALSE(TextEnds(text) == before) << length << ' ' << changed;
    }
    EXPECT_FALSE(TextEnds(std::string(length, 'x')) == TextEnds(std::string(length + 1, 'x')));
    EXPECT_FALSE(TextEnds(std::string(length, '\0')) == TextEnds(std::string(length + 1, '\0')));
  }
}

TEST(Texts, StayWhereTheyAreWhileOthersCome) {
  Texts texts;
  const std::string_view first = texts[texts.id_of("the first of many")];
  for (int i = 0; i < 100'000; ++i) texts.id_of(std::to_string(i));
  const Texts moved = std::move(texts);
  EXPECT_EQ(first, "the first of many");
  EXPECT_EQ(first.data(), moved[0].data());
}

TEST(Texts, KnowTheEntityOfEachWhenAskedBetween) {
  Texts texts;
  for (uint32_t i = 0; i < 500; ++i) {
    texts.id_of("customer " + std::to_string(i));
    if (i % 7 == 0) EXPECT_EQ(texts.entity(i / 2), entity_of(texts[i / 2]));
  }
  for (uint32_t i = 0; i < 500; ++i) EXPECT_EQ(texts.entity(i), entity_of("customer " + std::to_string(i)));
}

TEST(Texts, ACopyHasTheSameNumbersAndItsOwnTexts) {
  Texts texts;
  for (int i = 0; i < 1000; ++i) texts.id_of(std::to_string(i));
  Texts copy(texts);
  ASSERT_EQ(copy.size(), texts.size());
  for (uint32_t id = 0; id < copy.size(); ++id) {
    EXPECT_EQ(copy[id], texts[id]);
    EXPECT_NE(copy[id].data(), texts[id].data());
  }
  copy.id_of("new");
  EXPECT_EQ(texts.size(), 1000u);
}

}  // namespace
}  // namespace pegel::base
