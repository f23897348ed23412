package org.kaiyuan.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of fairs, the last held first.
 *
 * @param next where the page after it begins; null for the last
 */
public record FairPage(List<FairResult> items, @Nullable String next) {}
