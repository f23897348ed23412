package org.kaiyuan.platform.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * Every sentence that a person reads, in Chinese and in English.
 *
 * <p>Each module keeps its own in {@code messages/<word>.properties} (Chinese, the default) and {@code
 * messages/<word>_en.properties}; its keys begin with its word. A key that is missing shows as itself.
 */
@Component
public class Messages {
    private final Map<String, String> chinese;
    private final Map<String, String> english;

    Messages() {
        chinese = load(false);
        english = load(true);
    }

    /** In the language of the current request; Chinese where none is known. */
    public String text(String key, @Nullable Object... arguments) {
        return text(LocaleContextHolder.getLocale(), key, arguments);
    }

    /** English for English locales, Chinese for all others. */
    public String text(Locale locale, String key, @Nullable Object... arguments) {
        boolean inEnglish = "en".equals(locale.getLanguage());
        var pattern = inEnglish ? english.getOrDefault(key, chinese.get(key)) : chinese.get(key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0) {
            return pattern.indexOf('\'') < 0
                    ? pattern
                    : new MessageFormat(pattern, locale).format(new Object[0]);
        }
        var shown = Arrays.stream(arguments).map(a -> shown(locale, a)).toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    public String text(Locale locale, Refusal refusal) {
        return text(locale, refusal.messageKey(), refusal.arguments());
    }

    /** With what is wrong of each field, for where there is no form that could say it at the fields. */
    public String whole(Locale locale, Refusal refusal) {
        return Stream.concat(
                        Stream.of(text(locale, refusal)),
                        refusal.fields().stream()
                                .map(fault ->
                                        text(
                                                locale,
                                                fault.messageKey(),
                                                fault.arguments().toArray())))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What people call this constant. */
    public String of(Enum<?> constant) {
        return of(LocaleContextHolder.getLocale(), constant);
    }

    public String of(Locale locale, Enum<?> constant) {
        return text(locale, keyOf(constant));
    }

    /** {@code <word>.<enum>.<CONSTANT>}, such as {@code enterprises.enterpriseStatus.ACTIVE}. */
    public static String keyOf(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var parts = type.getPackageName().split("\\.");
        var word = parts.length > 3 && parts[2].equals("platform") ? parts[3] : parts[2];
        var name = type.getSimpleName();
        return word
                + "."
                + Character.toLowerCase(name.charAt(0))
                + name.substring(1)
                + "."
                + constant.name();
    }

    public Set<String> chineseKeys() {
        return Set.copyOf(chinese.keySet());
    }

    public Set<String> englishKeys() {
        return Set.copyOf(english.keySet());
    }

    private @Nullable Object shown(Locale locale, @Nullable Object argument) {
        if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(shown(locale, one)))
                    .collect(Collectors.joining("en".equals(locale.getLanguage()) ? ", " : "、"));
        }
        return argument instanceof Enum<?> constant ? of(locale, constant) : argument;
    }

    private static Map<String, String> load(boolean english) {
        var texts = new HashMap<String, String>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*.properties")) {
                var name = String.valueOf(file.getFilename());
                if (name.endsWith("_en.properties") == english) {
                    Properties read =
                            PropertiesLoaderUtils.loadProperties(
                                    new EncodedResource(file, StandardCharsets.UTF_8));
                    read.forEach((key, text) -> texts.put((String) key, (String) text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The message files could not be read", e);
        }
        return Map.copyOf(texts);
    }
}
