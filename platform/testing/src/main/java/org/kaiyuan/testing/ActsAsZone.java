package org.kaiyuan.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Signs somebody in before each test as {@link ActAsZone} says, and out again. */
public class ActsAsZone implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        wanted(test)
                .ifPresent(who -> {
                    var zones = SpringExtension.getApplicationContext(test).getBean(Zones.class);
                    SecurityContextHolder.setContext(
                            new SecurityContextImpl(
                                    zones.somebody(who.value(), who.permissions())));
                });
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SecurityContextHolder.clearContext();
    }

    private static Optional<ActAsZone> wanted(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getTestMethod(), ActAsZone.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getTestClass(), ActAsZone.class));
    }
}
