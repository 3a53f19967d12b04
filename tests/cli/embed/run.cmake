# cmake -DBUILD_DIR= -DSOURCE_DIR= -DWORK_DIR= -P run.cmake: installs into WORK_DIR, then configures, builds and runs a
# program that finds the library there, and the installed program.
function(step)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  message("${out}")
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "exit code ${code}: ${ARGN}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK_DIR})
step(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${WORK_DIR}/prefix)
step(${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${WORK_DIR}/build -G Ninja -DCMAKE_PREFIX_PATH=${WORK_DIR}/prefix "-DCMAKE_CXX_FLAGS=${FLAGS}"
     -DCMAKE_CXX_COMPILER=${COMPILER})
step(${CMAKE_COMMAND} --build ${WORK_DIR}/build)
step(${WORK_DIR}/build/embed)
# Moved elsewhere, the program must still find its rules.
file(RENAME ${WORK_DIR}/prefix ${WORK_DIR}/moved)
step(${WORK_DIR}/moved/bin/hypelint rules list)
