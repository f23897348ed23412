package org.kaiyuan.services;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Which cases are counted: handed in from the first to the last month. */
public record FigureQuestion(
        YearMonth from, YearMonth to, @Nullable ServiceId service, @Nullable String team) {}
