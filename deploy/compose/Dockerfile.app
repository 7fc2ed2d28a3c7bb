# Everything that faces people or holds their data: web, actions, worker.
FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /srv dossierwijzer
WORKDIR /srv
COPY requirements/app.txt requirements/app.txt
# With hashes: what is installed is what was locked.
RUN pip install --no-cache-dir --require-hashes -r requirements/app.txt
COPY alembic.ini domain.yml ./
COPY data data
COPY actions actions
COPY bot bot
USER dossierwijzer
ENV PYTHONUNBUFFERED=1
