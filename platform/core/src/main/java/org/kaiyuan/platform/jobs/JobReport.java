package org.kaiyuan.platform.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What a job says of itself.
 *
 * @param title what it is about, such as the name of a file
 * @param path of the page that tells more; null where there is none
 * @param total 0 where nobody knows yet
 * @param state what has become of it, as its room sees it
 */
public record JobReport(
        String title, @Nullable String path, long done, long total, JobState state) {}
