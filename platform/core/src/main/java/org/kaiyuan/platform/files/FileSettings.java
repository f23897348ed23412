package org.kaiyuan.platform.files;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the installation says of files.
 *
 * @param types extensions that are taken, out of those that {@link FileTypes} knows; all where none is named
 * @param quota of a zone, where no {@link StorageQuota} says otherwise
 * @param keepRemoved how long the bytes of a removed file are kept
 * @param keepUnfinished how long somebody may go on with a file that comes in pieces
 * @param clamd {@code host:port} of a clamd that looks at every file; none where empty
 */
@ConfigurationProperties("kaiyuan.files")
record FileSettings(
        @DefaultValue("100MB") DataSize maxSize,
        @DefaultValue List<String> types,
        @DefaultValue("20GB") DataSize quota,
        @DefaultValue("30d") Duration keepRemoved,
        @DefaultValue("24h") Duration keepUnfinished,
        @Nullable String clamd,
        @DefaultValue("60s") Duration clamdTimeout) {}
