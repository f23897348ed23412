package org.kaiyuan.platform.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** What controllers of every module may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class RestConfiguration implements WebMvcConfigurer {

    /**
     * A null in a list, or for what is required, is what a caller did not mean: told as a bad request, by its
     * place.
     */
    @Bean
    static JsonMapperBuilderCustomizer noNullsWhereNoneAreMeant() {
        var refused = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        return mapper -> {
            for (var type : List.of(Collection.class, List.class, Set.class)) {
                mapper.withConfigOverride(type, given -> given.setNullHandling(refused));
            }
            mapper.annotationIntrospector(new RequiredIsNotNull());
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterRecords());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new DeclaredPermissions()).addPathPatterns("/api/**");
        interceptors.addInterceptor(new NeverKeptIsTold());
    }

    /** Tells {@link IdempotentPosts}, which does not know who will answer. */
    private static final class NeverKeptIsTold implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && method.hasMethodAnnotation(NeverKept.class)) {
                request.setAttribute(IdempotentPosts.NEVER_KEPT, true);
            }
            return true;
        }
    }

    /** Jackson takes null for what is required, as long as it is named. */
    private static final class RequiredIsNotNull extends JacksonAnnotationIntrospector {
        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated given) {
            return given instanceof AnnotatedMember member
                            && Boolean.TRUE.equals(hasRequiredMarker(config, member))
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : super.findSetterInfo(config, given);
        }
    }
}
