# Sourced by mvnw and start: leaves JAVA_HOME pointing at a JDK of at least KAIYUAN_MIN_JDK (21),
# whatever `java` happens to be the default. A good JAVA_HOME is kept.

kaiyuan_jdk_version() { # $1 = a JDK folder; prints its major version, or nothing when it is no JDK
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

kaiyuan_jdk_good() {
  _v=$(kaiyuan_jdk_version "$1") && [ -n "$_v" ] && [ "$_v" -ge "${KAIYUAN_MIN_JDK:-21}" ] 2>/dev/null
}

kaiyuan_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && kaiyuan_jdk_good "$JAVA_HOME"; then
    return 0
  fi
  _javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$_javac" ]; then
    _real=$(readlink -f "$_javac" 2>/dev/null || echo "$_javac")
    _home=$(dirname "$(dirname "$_real")")
    if kaiyuan_jdk_good "$_home"; then JAVA_HOME=$_home; export JAVA_HOME; return 0; fi
  fi
  if [ -x /usr/libexec/java_home ]; then
    _home=$(/usr/libexec/java_home -v "${KAIYUAN_MIN_JDK:-21}+" 2>/dev/null || true)
    if [ -n "$_home" ] && kaiyuan_jdk_good "$_home"; then JAVA_HOME=$_home; export JAVA_HOME; return 0; fi
  fi
  for _home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* "$HOME"/.jbang/cache/jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$_home" ] && [ ! -L "$_home" ] || continue
    if kaiyuan_jdk_good "$_home"; then JAVA_HOME=$_home; export JAVA_HOME; return 0; fi
  done
  echo "Kaiyuan needs a JDK of version ${KAIYUAN_MIN_JDK:-21} or newer and found none. Install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  echo "开园需要 JDK ${KAIYUAN_MIN_JDK:-21} 或更高版本，但没有找到。请安装（例如 Temurin 25），或将 JAVA_HOME 指向它。" >&2
  return 1
}

case $- in
  *f*) set +f; kaiyuan_find_jdk || exit 1; set -f ;; # mvnw runs with globbing off
  *) kaiyuan_find_jdk || exit 1 ;;
esac
