package org.kaiyuan.platform.files.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the installation keeps files: {@code disk} below {@code kaiyuan.data}, or {@code s3}.
 *
 * @param s3 read only where {@code store} is {@code s3}
 */
@ConfigurationProperties("kaiyuan.files")
public record StoreSettings(@DefaultValue("disk") Kind store, @Nullable S3 s3) {
    /** Where files can be kept. */
    public enum Kind {
        DISK,
        S3
    }

    /**
     * An S3-compatible storage.
     *
     * @param endpoint such as {@code https://minio.example:9000}; Amazon's own where there is none
     * @param prefix before every key, for a bucket that is shared with others
     */
    public record S3(
            String bucket,
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("") String prefix) {
        /** Without the secret, so that no log shows it. */
        @Override
        public String toString() {
            return "S3[bucket=%s, endpoint=%s]".formatted(bucket, endpoint);
        }
    }
}
