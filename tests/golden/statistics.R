# Writes tests/golden/statistics.csv: what R and its survival package say of seeded cases (Debian: r-base-core,
# r-cran-survival).   Rscript --vanilla tests/golden/statistics.R > tests/golden/statistics.csv
# A line: method, what is given, what is expected; numbers by blanks, lists by "|", NA for nothing.
# Durations that are still open are written as -1 - duration.
suppressMessages(library(survival))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261031)

put <- function(method, given, expected) {
  numbers <- function(x) paste(ifelse(is.na(x), "NA", formatC(x, digits = 15, format = "g", width = 1)), collapse = " ")
  lists <- if (is.list(given)) given else list(given)
  cat(method, ",", paste(sapply(lists, numbers), collapse = "|"), ",", numbers(expected), "\n", sep = "")
}
times <- function(n, f) for (i in seq_len(n)) f()
some <- function(most) sample(c(0, 1, 2, 5, sample(most, 1)), 1)
share <- function(most) {
  n <- 1 + some(most)
  c(sample(c(0, n, sample(0:n, 2, replace = TRUE)), 1), n)
}
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int[1:2])

times(60, function() { s <- share(5000); put("wilson", s, wilson(s[1], s[2])) })

times(60, function() {
  mean <- round(rnorm(1, 100, 50), 2); sd <- round(rexp(1, 0.1), 3); n <- 2 + some(900)
  put("student_t", c(mean, sd, n), mean + c(-1, 1) * qt(0.975, n - 1) * sd / sqrt(n))
})

times(60, function() {
  x <- some(3000); exposure <- 1 + some(100000)
  put("garwood", c(x, exposure), c(poisson.test(x)$conf.int[1:2], poisson.test(x, exposure)$conf.int[1:2]))
})

times(60, function() {
  n <- 1 + some(4000); q <- sample(c(0.5, 0.25, 0.75, 0.9, 0.95, round(runif(1), 3)), 1)
  ranks <- function(p) sum(pbinom(0:n, n, p) <= 0.025)
  low <- ranks(q); high <- n + 1 - ranks(1 - q)
  none <- low < 1 || high > n
  put("order_statistics", c(n, q), if (none) NA else c(low, high, pbinom(high - 1, n, q) - pbinom(low - 1, n, q)))
})

times(120, function() {
  a <- share(2000); b <- share(2000)
  pa <- a[1] / a[2]; pb <- b[1] / b[2]; wa <- wilson(a[1], a[2]); wb <- wilson(b[1], b[2])
  d <- pb - pa
  interval <- c(d - sqrt((pb - wb[1])^2 + (wa[2] - pa)^2), d + sqrt((wb[2] - pb)^2 + (pa - wa[1])^2))
  test <- suppressWarnings(prop.test(c(b[1], a[1]), c(b[2], a[2]), correct = FALSE))
  same <- is.nan(test$statistic)
  z <- if (same) 0 else sign(d) * sqrt(unname(test$statistic))
  put("two_shares", c(a, b), c(d, interval, z, if (same) 1 else test$p.value))
})

times(40, function() {
  p <- round(runif(sample(9, 1))^3, 3)
  put("holm", p, p.adjust(p, "holm"))
})

times(40, function() {
  ab <- sample(999, 2) / 1000; alpha <- sample(c(0.05, 0.01, 0.1), 1); power <- sample(c(0.8, 0.9, 0.5, 0.99), 1)
  spread <- sum(ab * (1 - ab))
  reached <- function(n) pnorm(abs(diff(ab)) / sqrt(spread / n) - qnorm(1 - alpha / 2)) - power
  n <- if (reached(1) > 0) 1 else uniroot(reached, c(1, 1e9), tol = 1e-9)$root
  put("trials_per_group", c(ab, alpha, power), ceiling(n - 1e-6))
})

amounts <- function(n) round(rlnorm(n, 7, runif(1, 0.1, 1)), 2)
times(60, function() {
  a <- amounts(2 + some(40)); b <- amounts(2 + some(40))
  put("welch", list(a, b), c(mean(b) - mean(a), t.test(b, a)$conf.int[1:2]))
})
times(30, function() {
  a <- amounts(2 + some(40)); b <- round(a * runif(length(a), 0.7, 1.5), 2)
  put("paired", list(a, b), t.test(b, a, paired = TRUE)$conf.int[1:2])
})

durations <- function(n) {
  time <- sample(c(0, 1, 5, 40), 1) + floor(rexp(n, 1 / sample(c(2, 10, 60), 1)))
  open <- runif(n) < sample(c(0, 0, 0.2, 0.5, 0.9), 1)
  ifelse(open, -1 - time, time)
}
surv <- function(d) Surv(ifelse(d < 0, -1 - d, d), d >= 0)
times(120, function() {
  d <- durations(sample(c(1, 2, 3, 4, 6, 10, 15, 30, 60), 1)); q <- sample(c(0.5, 0.5, 0.25, 0.9), 1)
  fit <- survfit(surv(d) ~ 1, conf.type = "log-log")
  of <- quantile(fit, q)
  at <- sample(0:60, 1)
  open <- summary(fit, times = at, extend = TRUE)
  sure <- if (open$surv == 1) c(NA, NA) else c(open$lower, open$upper) # R is of two minds on the bounds of a share of 1
  put("kaplan_meier", list(d, c(q, at)),
      c(of$quantile, of$lower, of$upper, open$surv, sure))
})
times(60, function() {
  a <- durations(2 + some(50)); b <- durations(2 + some(50))
  group <- c(rep(1, length(a)), rep(2, length(b)))
  test <- tryCatch(survdiff(surv(c(a, b)) ~ group), error = function(e) NULL)
  none <- is.null(test) || !is.finite(test$chisq) || test$var[2, 2] < 1e-12
  z <- if (none) NA else (test$obs[2] - test$exp[2]) / sqrt(test$var[2, 2])
  put("log_rank", list(a, b), if (none) NA else c(z, pchisq(test$chisq, 1, lower.tail = FALSE)))
})

times(60, function() {
  n <- sample(c(2, 3, 4, 5, 12, 40), 1); x <- round(rnorm(n), sample(0:2, 1)); y <- round(runif(1, -1, 1) * x + rnorm(n), 1)
  constant <- sd(x) == 0 || sd(y) == 0
  r <- if (constant) NA else cor(x, y)
  around <- if (constant || n < 4) c(NA, NA) else if (abs(r) > 1 - 1e-12) c(r, r) else cor.test(x, y)$conf.int[1:2]
  rho <- if (constant) NA else cor(rank(x), rank(y))
  half <- if (constant || n < 4) NA else qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3))
  by_rank <- if (is.na(half)) c(NA, NA) else if (abs(rho) > 1 - 1e-12) c(rho, rho) else tanh(atanh(rho) + c(-half, half))
  put("correlation", list(x, y), c(r, around, rho, by_rank))
})

for (z in c(0, 0.001, 0.5, 1, 1.96, 2.272, 2.49, 2.51, 3, 5, 8, 12, 20, 30, 37)) put("normal_beyond", z, 2 * pnorm(-z))
for (p in c(1e-9, 1e-4, 0.02, 0.024, 0.025, 0.3, 0.5, 0.77, 0.975, 0.98, 0.9999)) put("normal_quantile", p, qnorm(p))
