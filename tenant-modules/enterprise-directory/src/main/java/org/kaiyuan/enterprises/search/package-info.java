/** How enterprises look in the index, and how what people type becomes a question to it. */
@NullMarked
package org.kaiyuan.enterprises.search;

import org.jspecify.annotations.NullMarked;
