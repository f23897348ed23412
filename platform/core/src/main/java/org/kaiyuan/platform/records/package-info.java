/**
 * Records (记录): what other rooms may hang something on – files, comments – without knowing what it is.
 *
 * <p>A module declares each kind of its records as a {@link org.kaiyuan.platform.records.RecordKind} bean;
 * whoever hangs something on one asks {@link org.kaiyuan.platform.records.RecordKinds} whether the person
 * may. Another zone's record is not there.
 */
@ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"platform.refusal"})
@NullMarked
package org.kaiyuan.platform.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
