package org.kaiyuan.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of use cases over the real database and the real index: one context for all of a module.
 *
 * <p>{@link ActAsZone} says who acts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = KaiyuanTestApplication.class)
@ContextConfiguration(initializers = TestProperties.class)
@AutoConfigureMockMvc
@ExtendWith(ActsAsZone.class)
public @interface KaiyuanTest {}
