package org.kaiyuan.ui.openpages;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a node the public may take.
 *
 * @param kept pages that are kept in memory, packed; those that are asked for most often stay
 * @param keptFiles downloads that are kept on disk
 * @param atOnce pages that are made at the same time; more wait, and are refused after {@code patience}
 * @param filesAtOnce downloads that are made at the same time
 */
@ConfigurationProperties("kaiyuan.open-pages")
public record OpenPagesSettings(
        @DefaultValue("64MB") DataSize kept,
        @DefaultValue("512MB") DataSize keptFiles,
        @DefaultValue("8") int atOnce,
        @DefaultValue("2") int filesAtOnce,
        @DefaultValue("3s") Duration patience) {}
