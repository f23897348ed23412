package org.kaiyuan.ui.doors;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One door of the API. */
record Endpoint(String method, String path, HandlerMethod handler) {

    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .filter(endpoint -> endpoint.path.startsWith("/api/"))
                .sorted(
                        java.util.Comparator.comparing(Endpoint::path)
                                .thenComparing(Endpoint::method))
                .toList();
    }

    private static List<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPathPatternsCondition() == null
                ? List.of()
                : info.getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Endpoint(method.name(), path, handler)))
                        .toList();
    }

    /** Null when it declares nothing; empty when any token opens it. */
    @Nullable Set<String> declared() {
        var allowed = annotation(RolesAllowed.class);
        if (allowed != null) {
            return new TreeSet<>(List.of(allowed.value()));
        }
        return annotation(PermitAll.class) == null ? null : Set.of();
    }

    private <A extends java.lang.annotation.Annotation> @Nullable A annotation(Class<A> type) {
        var ofMethod = handler.getMethodAnnotation(type);
        return ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }

    boolean hasId() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** The register of tenants: whoever may see it sees all of it, so no tenant in it is foreign. */
    boolean isTheOperators() {
        return path().startsWith("/api/v1/tenants/")
                || path().startsWith("/api/v1/tenant-applications/");
    }
}
