# nginx with what the Dockerfiles of alpine's ask for.
ARG NGINX
FROM ${NGINX}
COPY --chmod=755 programs/nothing /usr/local/bin/apk
RUN touch /usr/local/bin/.standin
