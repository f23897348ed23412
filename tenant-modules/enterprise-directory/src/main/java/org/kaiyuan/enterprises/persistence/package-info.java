/** Hand-written SQL of the directory: lists that page by keyset. */
@NullMarked
package org.kaiyuan.enterprises.persistence;

import org.jspecify.annotations.NullMarked;
