package org.kaiyuan.ui.shell;

import java.util.stream.Stream;

/** Where pages may fetch pictures from beside this server; everywhere else is forbidden to them. */
public interface ForeignPictures {
    /** As a content security policy writes them, such as {@code https://*.tianditu.gov.cn}. */
    Stream<String> origins();
}
