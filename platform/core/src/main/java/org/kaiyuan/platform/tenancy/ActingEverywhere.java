package org.kaiyuan.platform.tenancy;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Puts {@link ActingContexts} before the strategy that is declared, as Vaadin declares one, at its birth: whoever holds the strategy
 * – filters, the security of methods, the holder itself – holds the same one. Where none is declared, the thread is all there is.
 */
final class ActingEverywhere implements BeanPostProcessor, PriorityOrdered {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SecurityContextHolderStrategy declared
                ? ActingContexts.before(declared)
                : bean;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
