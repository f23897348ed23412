package org.kaiyuan.plots.rest;

import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;

/** The API of 地块 as an outsider reads it. */
@KaiyuanTest
class PlotApiDescriptionTest extends ApiDescribed {}
