package org.kaiyuan.platform.files;

import org.kaiyuan.platform.files.storage.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what takes files as the installation wants it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FileSettings.class, StoreSettings.class})
class FilesConfiguration {
    @Bean
    FileTypes fileTypes(FileSettings settings) {
        return new FileTypes(settings.types());
    }

    @Bean
    VirusScan virusScan(FileSettings settings) {
        var clamd = settings.clamd();
        return clamd == null || clamd.isBlank()
                ? VirusScan.NONE
                : new ClamdScan(clamd.strip(), settings.clamdTimeout());
    }
}
