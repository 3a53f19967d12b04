#include "lint/compiled_pack.h"

#include <string_view>
#include <utility>

#include "rules/pack_archive.h"
#include "rules/pack_sources.h"

namespace hypelint {
namespace {

std::string saved(const CompiledPack& compiled) {
  ArchiveWriter archive;
  archive(compiled.pack);
  archive.nest(compiled.matcher.save());
  return archive.take();
}

std::optional<CompiledPack> restored(CachedPack stored) {
  ArchiveReader archive(stored.value);
  RulePack pack;
  archive(pack);
  auto matcher = Matcher::restore(archive.nested());
  if (!matcher || !archive.complete()) return std::nullopt;
  return CompiledPack{std::move(stored), std::move(*matcher), std::move(pack)};
}

}  // namespace

Result<CompiledPack> compile_pack(RulePack pack) {
  auto matcher = Matcher::build(std::exchange(pack.lists, {}));
  if (!matcher) return matcher.errors();
  return CompiledPack{std::nullopt, std::move(matcher).value(), std::move(pack)};
}

Result<CompiledPack> load_pack(const std::vector<std::string>& packs, const std::vector<std::string>& overlay_folders,
                               const std::string& cache_folder, const std::string& program) {
  const PackCache cache(cache_folder);
  const auto of_program = [&](const std::string& sources) { return sources.empty() ? "" : program + '\0' + sources; };
  const auto key_now = [&] { return of_program(pack_sources(packs, overlay_folders)); };
  const std::string stamps = cache_folder.empty() ? "" : of_program(pack_stamps(packs, overlay_folders));
  if (auto stored = cache.find_stamped(stamps)) {
    if (auto compiled = restored(std::move(*stored))) return std::move(*compiled);
  }
  const std::string key = cache_folder.empty() ? "" : key_now();
  if (auto stored = cache.find(key)) {
    if (auto compiled = restored(std::move(*stored))) {
      cache.stamp(key, stamps);
      return std::move(*compiled);
    }
  }
  auto loaded = load_rule_packs(packs, overlay_folders);
  if (!loaded) return loaded.errors();
  const bool as_keyed = !key.empty() && key == key_now();  // no file was edited between the two readings
  auto compiled = compile_pack(std::move(loaded).value());
  if (compiled && as_keyed) {
    cache.store(key, saved(compiled.value()));
    cache.stamp(key, stamps);
  }
  return compiled;
}

}  // namespace hypelint
