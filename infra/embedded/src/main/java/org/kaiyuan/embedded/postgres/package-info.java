/** PostgreSQL 18 as a child process: unpacked, initialised, started, stopped, and recovered after a crash. */
@NamedInterface("postgres")
@NullMarked
package org.kaiyuan.embedded.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
