/** Attachments as programs bring and fetch them, under {@code /api/v1/files}. */
@NullMarked
package org.kaiyuan.platform.files.rest;

import org.jspecify.annotations.NullMarked;
