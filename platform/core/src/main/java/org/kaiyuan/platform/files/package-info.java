/**
 * Files (附件): what people attach to any record, kept on disk or in S3-compatible storage.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.files.Attachments} takes, lists
 * and hands out, {@link org.kaiyuan.platform.files.PiecewiseUploads} takes over a network that breaks. Whether somebody may is asked of the record it hangs on, see {@code platform.records}.
 * Where the bytes lie is known to {@code storage} alone. Tables live in schema {@code files}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0014-files.md">decision 0014</a>
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.records",
            "platform.jobs"
        })
@NullMarked
package org.kaiyuan.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
