package org.kaiyuan.enterprises;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody noted about an enterprise.
 *
 * @param author what colleagues call who wrote it
 */
public record NoteLine(UUID id, String text, String author, Instant at) {}
