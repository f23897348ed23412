/**
 * Names (名称): every form under which people look for a Chinese organisation, computed without Spring.
 *
 * <p>{@link org.kaiyuan.platform.search.names.ChineseText#key(String)} is the form in which names are
 * compared everywhere. The place names of {@code places.txt} come from
 * modood/Administrative-divisions-of-China (WTFPL v2).
 */
@NamedInterface("names")
@NullMarked
package org.kaiyuan.platform.search.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
