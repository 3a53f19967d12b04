# cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake: the page with its style and script inside, as a C++ string. The page allows
# only the style and the script of these hashes.

# SHA-256 of the text in base64, as Content-Security-Policy writes it.
function(policy_hash text result)
  string(SHA256 hex "${text}")
  set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(APPEND hex "00")  # 33 bytes make whole groups of three; the last letter becomes "="
  set(encoded "")
  foreach(group RANGE 0 10)
    math(EXPR begin "${group} * 6")
    string(SUBSTRING ${hex} ${begin} 6 bytes)
    foreach(shift IN ITEMS 18 12 6 0)
      math(EXPR letter "(0x${bytes} >> ${shift}) & 63")
      string(SUBSTRING ${letters} ${letter} 1 letter)
      string(APPEND encoded ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING ${encoded} 0 43 encoded)
  set(${result} "${encoded}=" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.html.in page)
file(READ ${FOLDER}/style.css style)
file(READ ${FOLDER}/script.js script)
policy_hash("${style}" style_hash)
policy_hash("${script}" script_hash)
string(REPLACE "@STYLE_HASH@" "${style_hash}" page "${page}")
string(REPLACE "@SCRIPT_HASH@" "${script_hash}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
string(REPLACE "@SCRIPT@" "${script}" page "${page}")
file(WRITE ${OUTPUT} "// Generated from src/report/html.
#include \"report/html_parts.h\"

namespace hypelint {

const std::string_view kHtmlPage = R\"page(${page})page\";

}  // namespace hypelint
")
