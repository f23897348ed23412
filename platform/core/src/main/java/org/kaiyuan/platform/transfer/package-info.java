/**
 * Transfer (导入导出): tables that people bring and take, read and written row by row in constant memory.
 *
 * <p>{@link org.kaiyuan.platform.transfer.TabularFile} reads CSV and XLSX, told apart by their content;
 * {@link org.kaiyuan.platform.transfer.TabularWriter} writes them so that no cell becomes a formula.
 * What cannot be read is refused with a {@link org.kaiyuan.platform.transfer.TabularFileRefused}.
 */
@ApplicationModule(
        displayName = "Transfer",
        allowedDependencies = {"platform.refusal"})
@NullMarked
package org.kaiyuan.platform.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
