package org.kaiyuan.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kaiyuan.testing.ActsAsZone;
import org.kaiyuan.testing.TestProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application as it is started, with the demo, over the servers of the build: one context for all
 * view tests and journeys.
 *
 * <p>{@link org.kaiyuan.testing.ActAsZone} says who is signed in in a view test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = KaiyuanApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kaiyuan.demo.enabled=true",
            "server.address=127.0.0.1",
            "kaiyuan.sign-in.private-hosts=127.0.0.1" // where the foreign provider of a test is
        })
@ContextConfiguration(initializers = TestProperties.class)
@ExtendWith(ActsAsZone.class)
public @interface WholeHouse {}
