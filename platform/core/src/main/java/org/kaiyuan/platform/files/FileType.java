package org.kaiyuan.platform.files;

import java.util.Set;

/**
 * A kind of file that may be taken.
 *
 * @param mediaType under which it is handed out
 * @param contents what its content may turn out to be
 */
record FileType(String extension, String mediaType, Set<String> contents) {}
