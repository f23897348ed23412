/** Where the bytes of files lie: on disk or in S3-compatible storage. */
@NullMarked
package org.kaiyuan.platform.files.storage;

import org.jspecify.annotations.NullMarked;
