#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace pegel::cli {

namespace {

constexpr std::size_t kBlock = 4u << 20;

}  // namespace

Result<Input> Input::open(const std::string& path) {
  Input input;
  input.path_ = path;
  input.name_ = path == "-" ? "stdin" : path.substr(path.find_last_of('/') + 1);
  if (path == "-") {
    input.held_.assign(std::istreambuf_iterator<char>(std::cin), {});
    return input;
  }
  if (std::filesystem::is_directory(path)) {
    return fail("file.folder", "\"" + path + "\" is a folder. Name the files in it.", {path, 0, 0, {}});
  }
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = file ? static_cast<int64_t>(file.tellg()) : -1;
  if (size < 0) {
    return fail("file.locked", "\"" + path + "\" can't be opened. Check the name and that you may read it.",
                {path, 0, 0, {}});
  }
  input.size_ = size;
  return input;
}

void Input::rename_apart_from(const std::vector<Input>& others) {
  const auto taken = [&] {
    return std::any_of(others.begin(), others.end(), [&](const Input& o) { return o.name_ == name_; });
  };
  if (taken()) name_ = path_;
  for (int copy = 2; taken(); ++copy) name_ = path_ + " (" + std::to_string(copy) + ")";
}

void Input::each_block(const Take& take) const {
  if (path_ == "-") {
    take(std::span(reinterpret_cast<const uint8_t*>(held_.data()), held_.size()));
    return;
  }
  std::ifstream file(path_, std::ios::binary);
  std::vector<uint8_t> block(kBlock);
  while (file.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(block.size())),
         file.gcount() > 0) {
    if (!take(std::span<const uint8_t>(block.data(), static_cast<std::size_t>(file.gcount())))) return;
  }
}

std::vector<std::vector<uint8_t>> Input::samples() const {
  std::vector<std::vector<uint8_t>> samples;
  std::ifstream file(path_, std::ios::binary);
  for (const int64_t offset : sample_offsets(size())) {
    if (path_ == "-") {
      const auto part = std::string_view(held_).substr(static_cast<std::size_t>(offset), kSampleBytes);
      samples.emplace_back(part.begin(), part.end());
      continue;
    }
    std::vector<uint8_t>& bytes = samples.emplace_back(kSampleBytes);
    file.clear();  // of the end that the sample before may have met
    file.seekg(offset);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
  }
  return samples;
}

std::vector<uint8_t> Input::head(std::size_t most) const {
  std::vector<uint8_t> bytes;
  each_block([&](std::span<const uint8_t> block) {
    const auto wanted = std::min(block.size(), most - bytes.size());
    bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(wanted));
    return bytes.size() < most;
  });
  return bytes;
}

}  // namespace pegel::cli
