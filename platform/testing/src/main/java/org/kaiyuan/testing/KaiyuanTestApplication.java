package org.kaiyuan.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * All rooms on the class path of a test, for rooms that lie below the application; where the application
 * itself is on the class path, that is tested.
 */
@SpringBootApplication
@ConditionalOnMissingClass("org.kaiyuan.ui.KaiyuanApplication")
@ComponentScan(
        basePackages = "org.kaiyuan",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.kaiyuan\\.(ui|bench|embedded)\\..*"))
@EntityScan("org.kaiyuan")
@EnableJpaRepositories("org.kaiyuan")
@PropertySource("classpath:kaiyuan-platform.properties")
public class KaiyuanTestApplication {}
