package org.kaiyuan.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Kaiyuan 开园: all rooms in one application. */
@SpringBootApplication(scanBasePackages = "org.kaiyuan")
@EntityScan("org.kaiyuan")
@EnableJpaRepositories("org.kaiyuan")
@PropertySource("classpath:kaiyuan-platform.properties")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("kaiyuan.css")
public class KaiyuanApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(KaiyuanApplication.class, arguments);
    }
}
