/**
 * Imports (导入): files of records that somebody brings, looks at, tries, loads in the background, and takes back.
 *
 * <p>Others may use what lies in this package. A module names its tables ({@link
 * org.kaiyuan.platform.imports.ImportTables}), says what columns may hold ({@link
 * org.kaiyuan.platform.imports.ColumnWords}), how a row is staged and written by sets ({@link
 * org.kaiyuan.platform.imports.ImportLoading}) and how that is taken back ({@link
 * org.kaiyuan.platform.imports.TakingBack}); the rest is done here, in tables of the module. Messages begin with
 * {@code imports}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0011-import.md">decision 0011</a>
 * @see <a href="../../../../../../../../docs/decisions/0029-one-import-one-shelf-of-views.md">decision 0029</a>
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.jobs",
            "platform.notices",
            "platform.transfer",
            "platform.search::names"
        })
@NullMarked
package org.kaiyuan.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
