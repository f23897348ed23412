package org.kaiyuan.platform.files.storage;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one store of this installation. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    FileStore fileStore(StoreSettings settings, @Value("${kaiyuan.data:.kaiyuan}") Path data) {
        if (settings.store() == StoreSettings.Kind.DISK) {
            return new DiskStore(data.resolve("files"));
        }
        var s3 = settings.s3();
        if (s3 == null || s3.bucket().isBlank()) {
            throw new IllegalArgumentException(
                    "kaiyuan.files.store=s3 needs kaiyuan.files.s3.bucket, endpoint, access-key and secret-key");
        }
        return S3Store.connect(s3);
    }
}
