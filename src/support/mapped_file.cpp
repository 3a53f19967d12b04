#include "support/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace hypelint {
namespace {

// A regular file open for reading; closed at the end of its life.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return;
    size_ = static_cast<std::size_t>(status.st_size);
    readable_ = true;
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  [[nodiscard]] bool readable() const { return readable_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::size_t size_ = 0;
  bool readable_ = false;
};

}  // namespace

std::optional<MappedFile> MappedFile::open(const std::string& path) {
  const OpenFile file(path);
  if (!file.readable()) return std::nullopt;
  if (file.size() == 0) return MappedFile(nullptr, 0);
  void* const data = ::mmap(nullptr, file.size(), PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (data == MAP_FAILED) return std::nullopt;
  return MappedFile(static_cast<const char*>(data), file.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

bool append_file(const std::string& path, std::string& into) {
  const OpenFile file(path);
  if (!file.readable()) return false;
  const std::size_t before = into.size();
  into.resize(before + file.size());
  for (std::size_t at = before; at < into.size();) {
    const ::ssize_t taken = ::read(file.descriptor(), into.data() + at, into.size() - at);
    if (taken <= 0) {
      into.resize(before);
      return false;
    }
    at += static_cast<std::size_t>(taken);
  }
  return true;
}

}  // namespace hypelint
